package io.zongji.ear.portal;

import com.microsoft.playwright.Page;

/** An administrator at the page of tokens. */
public final class TokenDesk {
    private final Page page;

    public TokenDesk(Desktop desktop) {
        page = desktop.signIn("admin", "en");
        page.onDialog(dialog -> dialog.accept());
    }

    /**
     * Makes a token.
     *
     * @param agent   for whom it acts; empty for nobody
     * @param origins of pages that may use it; may be empty
     * @return what is shown once
     */
    public String make(String name, String role, String agent, String origins) {
        Desktop.open(page, "/admin/tokens.xhtml");
        page.click("#begin");
        page.fill("#name", name);
        page.selectOption("#role", role);
        if (!agent.isEmpty()) {
            page.selectOption("#agent", agent);
        }
        page.fill("#origins", origins);
        page.click("#save");
        return page.inputValue("#secret");
    }

    /** Takes the token of this name out of force. */
    public void revoke(String name) {
        Desktop.open(page, "/admin/tokens.xhtml");
        page.locator("#table tr", new Page.LocatorOptions().setHasText(name))
                .locator("button.danger")
                .click();
        page.locator("#told .done").waitFor();
    }
}
