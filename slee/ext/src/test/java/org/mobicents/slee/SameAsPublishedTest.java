package org.mobicents.slee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our declarations against those in the published jar. */
class SameAsPublishedTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                SbbContextExt.class,
                ActivityContextInterfaceExt.class,
                ChildRelationExt.class,
                SbbLocalObjectExt.class
            })
    void membersAreThoseOfThePublishedInterface(Class<?> ours) throws Exception {
        try (URLClassLoader published = new PublishedFirst(publishedJar())) {
            Class<?> theirs = published.loadClass(ours.getName());

            assertThat(theirs).isNotSameAs(ours);
            assertThat(signatures(ours)).isEqualTo(signatures(theirs));
            assertThat(ours.getInterfaces()).isEqualTo(theirs.getInterfaces());
            assertThat(ours.getDeclaredFields()).hasSameSizeAs(theirs.getDeclaredFields());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "DEFAULT_CHILD_NAME")
    void constantsHaveThePublishedValue(String name) throws Exception {
        try (URLClassLoader published = new PublishedFirst(publishedJar())) {
            Class<?> theirs = published.loadClass(ChildRelationExt.class.getName());

            assertThat(ChildRelationExt.class.getField(name).get(null))
                    .isEqualTo(theirs.getField(name).get(null));
        }
    }

    private static Set<String> signatures(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isBridge())
                .map(SameAsPublishedTest::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(Method method) {
        return method.getReturnType().getName() + " " + method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private static URL publishedJar() throws Exception {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.contains("jain-slee-11-ext")) {
                return new File(entry).toURI().toURL();
            }
        }
        throw new IllegalStateException("the published jar is not on the class path");
    }

    /** Looks into the jar before its parent for everything of this package. */
    private static final class PublishedFirst extends URLClassLoader {
        PublishedFirst(URL jar) {
            super(new URL[] {jar}, SameAsPublishedTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.mobicents.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }
}
