package io.zongji.ear;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody with a browser of their own: keeps cookies and follows where the portal leads, but runs no scripts. */
final class PortalVisitor {
    private final String portal;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NORMAL)
            .build();

    /** A visitor of the server that the tests deploy to. */
    PortalVisitor() {
        this(DeployedArchive.portal("").toString());
    }

    /** A visitor of the portal at this address. */
    PortalVisitor(String portal) {
        this.portal = portal;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(portal + path)));
    }

    /** Asks for something that changes the server. */
    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(portal + path)).POST(BodyPublishers.noBody()));
    }

    /** Asks as a program does, with name and password in the request. */
    HttpResponse<String> openAs(String login, String password, String path) throws IOException, InterruptedException {
        return send(as(login, password, path));
    }

    /** Asks as a program does to take something away. */
    HttpResponse<String> removeAs(String login, String password, String path) throws IOException, InterruptedException {
        return send(as(login, password, path).DELETE());
    }

    private HttpRequest.Builder as(String login, String password, String path) {
        String secret = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(portal + path)).header("Authorization", "Basic " + secret);
    }

    /** Asks as a proxy on this machine does for somebody elsewhere. */
    HttpResponse<String> openThroughProxy(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(portal + path)).header("X-Forwarded-For", "192.0.2.1"));
    }

    /** Fills in the sign-in page; what comes back is the page that the visitor then sees. */
    HttpResponse<String> signIn(String login, String password) throws IOException, InterruptedException {
        open("/");
        return send(HttpRequest.newBuilder(URI.create(portal + "/j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("j_username=" + encoded(login) + "&j_password=" + encoded(password))));
    }

    /** Whether the portal lets this visitor in, which it does to who has signed in. */
    boolean isSignedIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = open("/");
        return answer.statusCode() == 200 && !answer.body().contains("j_username");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
