package io.zongji.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever was dismissed gets no further with the session that is still open. */
class SessionRightsTest {
    private static final SignedInUser BOSS = new SignedInUser("bo", "Bo", null, Set.of("administrator"), "en");

    private final SessionRights filter = new SessionRights();
    private final List<String> done = new ArrayList<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final HttpSession session = proxy(HttpSession.class, (self, method, arguments) -> {
        switch (method.getName()) {
            case "getAttribute":
                return attributes.get(arguments[0]);
            case "setAttribute":
                return attributes.put((String) arguments[0], arguments[1]);
            default:
                done.add(method.getName());
                return null;
        }
    });
    private final HttpServletResponse response = proxy(HttpServletResponse.class, (self, method, arguments) -> {
        done.add(method.getName() + " " + arguments[0]);
        return null;
    });
    private final FilterChain next = (asked, answer) -> done.add("passed");
    private SignedInUser user = BOSS;
    private String method = "GET";
    private String path = "/admin/users.xhtml";

    private final HttpServletRequest request = proxy(HttpServletRequest.class, (self, called, arguments) -> {
        switch (called.getName()) {
            case "getUserPrincipal":
                return (Principal) () -> "bo";
            case "getSession":
                return session;
            case "getServletPath":
                return path;
            case "getContextPath":
                return "/zongji";
            case "getMethod":
                return method;
            case "getHeader":
                return "text/html";
            default:
                done.add(called.getName());
                return null;
        }
    });

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @BeforeEach
    void signIn() throws Exception {
        filter.visitor = new Visitor() {
            @Override
            public SignedInUser getUser() {
                return user;
            }
        };
        filter.doFilter(request, response, next);
        assertThat(done).containsExactly("passed");
        done.clear();
    }

    @Test
    void whoMayTheSameGoesOn() throws Exception {
        user = new SignedInUser("bo", "Bo Li", null, Set.of("administrator"), "zh");
        filter.doFilter(request, response, next);
        assertThat(done).containsExactly("passed");
    }

    @Test
    void whoMayNotSignInAnyMoreIsSignedOut() throws Exception {
        user = null;
        filter.doFilter(request, response, next);
        assertThat(done).containsExactly("logout", "invalidate", "sendRedirect /zongji/");
    }

    @Test
    void whoLostARoleSavesNothing() throws Exception {
        user = new SignedInUser("bo", "Bo", null, Set.of("supervisor"), "en");
        method = "POST";
        filter.doFilter(request, response, next);
        assertThat(done).containsExactly("logout", "invalidate", "sendError 401");
    }

    @Test
    void whoSignsInAnewAsSomebodyElseGoesOn() throws Exception {
        user = new SignedInUser("amy", "Amy", "1001", Set.of("agent"), "en");
        filter.doFilter(request, response, next);
        assertThat(done).containsExactly("passed");
    }

    @Test
    void whatEverybodyGetsIsNotLookedAt() throws Exception {
        user = null;
        path = "/assets/js/line.js";
        filter.doFilter(request, response, next);
        assertThat(done).containsExactly("passed");
    }
}
