package io.zongji.ear.deployment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** An administrator at the portal's page, in English. What disturbs is confirmed, by keys. */
final class PortalOperator implements Operator {
    private static final double LONG = 20_000;

    private final Page page;

    /** @param page shows the page of services and units */
    PortalOperator(Page page) {
        this.page = page;
    }

    @Override
    public void install(Path unit) {
        upload(unit);
        told(unit.getFileName() + " is installed");
    }

    void upload(Path unit) {
        page.setInputFiles("#file", unit);
        page.locator("#install").press("Enter");
    }

    @Override
    public void setUpLine(int port) {
        button(page.locator("#entities-do"), "New entity of LineOverTcp 1.0").click();
        page.fill("#entityName", "line");
        page.fill("[data-property=port]", Integer.toString(port));
        page.click("#save");
        told("line is created");
        page.fill("#newLink", "line");
        page.selectOption("#linkedEntity", "line");
        page.click("#bind");
        told("The link line leads to line");
        button(line(), "Activate").click();
        told("line is active");
    }

    @Override
    public void activate(String version) {
        button(service(version), "Activate").click();
        told("EggTimer " + version + " is active");
    }

    @Override
    public void exchange(String old, String by) {
        button(service(old), "Replace by " + by).press("Enter");
        confirm("Replace EggTimer " + old + " by EggTimer " + by);
        told("EggTimer " + old + " was replaced by EggTimer " + by);
    }

    @Override
    public void deactivate(String version) {
        button(service(version), "Deactivate").press("Enter");
        confirm("Deactivate EggTimer " + version);
        told("EggTimer " + version + " takes nothing new");
    }

    @Override
    public boolean isInactive(String version) {
        return service(version).locator(".chip").innerText().equals("Inactive");
    }

    @Override
    public void removeLine() {
        button(line(), "Deactivate").press("Enter");
        confirm("Deactivate line");
        assertThat(line().locator(".chip")).hasText("Inactive", new HasTextOptions().setTimeout(LONG));
        button(line(), "Unbind the link line").press("Enter");
        confirm("Unbind the link line");
        told("The link line is taken away");
        button(line(), "Remove").press("Enter");
        confirm("Remove the RA entity line");
        told("line is removed");
    }

    @Override
    public void uninstall(Path unit) {
        String name = unit.getFileName().toString();
        Locator row = page.locator("#units tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
        button(row, "Uninstall").press("Enter");
        confirm("Uninstall " + name);
        told(name + " is uninstalled");
    }

    private Locator service(String version) {
        return page.locator("#services tbody tr", new Page.LocatorOptions().setHasText("EggTimer " + version));
    }

    private Locator line() {
        return page.locator("#entities tbody tr", new Page.LocatorOptions().setHasText("LineOverTcp"));
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** With the keyboard: the dialog has the focus, and its second button goes on. */
    private void confirm(String question) {
        assertThat(page.locator("#sure p")).containsText(question);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sure")).not().isVisible();
    }

    private void told(String text) {
        assertThat(page.locator("#told")).containsText(text, new ContainsTextOptions().setTimeout(LONG));
    }
}
