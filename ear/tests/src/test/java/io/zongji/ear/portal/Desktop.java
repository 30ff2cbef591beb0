package io.zongji.ear.portal;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import io.zongji.ear.Chromium;
import io.zongji.ear.DeployedArchive;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A computer with the system's Chromium, at which people sign in, each with a profile of their own. Keeps what browsers complain of. */
public final class Desktop implements AutoCloseable {
    private static final Map<String, String> PASSWORDS = Map.of(
            "admin", "administrators-secret", "supervisor", "supervisors-secret", "inspector", "inspectors-secret");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Chromium.executable())
                    .setArgs(List.of("--no-sandbox", "--autoplay-policy=no-user-gesture-required")));
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    public Desktop() {
        // A busy machine takes its time; what is never shown fails later, no less surely.
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    /** A new window that nobody has signed in at, in this language. */
    public Page window(String language) {
        BrowserContext profile = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1366, 768));
        profile.addCookies(List.of(new Cookie("zongji-language", language)
                .setDomain(DeployedArchive.portal("/").getHost())
                .setPath("/zongji")));
        Page page = profile.newPage();
        listen(page, complaints);
        return page;
    }

    /** A new window in which this user has signed in and sees the first page. */
    public Page signIn(String login, String language) {
        Page page = window(language);
        signIn(page, login);
        return page;
    }

    public static void signIn(Page page, String login) {
        signIn(page, DeployedArchive.portal("/"), login);
    }

    /** As {@link #signIn(Page, String)}, at this address of the portal. */
    public static void signIn(Page page, URI portal, String login) {
        page.navigate(portal.toString());
        page.fill("[name=j_username]", login);
        page.fill("[name=j_password]", passwordOf(login));
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains(".xhtml"));
        page.waitForLoadState();
    }

    static String passwordOf(String login) {
        return PASSWORDS.getOrDefault(login, "agents-secret");
    }

    public static void open(Page page, String path) {
        page.navigate(DeployedArchive.portal(path).toString());
    }

    /** Errors and warnings on the consoles of all windows so far. */
    public List<String> complaints() {
        return complaints;
    }

    /** Adds what the page's console complains of from now on. */
    public static void listen(Page page, List<String> complaints) {
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.location() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
