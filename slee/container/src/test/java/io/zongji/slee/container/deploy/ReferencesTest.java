package io.zongji.slee.container.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.descriptor.Component;
import io.zongji.slee.container.descriptor.LibraryComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.slee.management.LibraryID;
import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void referredComponentsComeFirst() {
        assertThat(ordered(library("a", "b", "c"), library("b", "c"), library("c")))
                .containsExactly("c", "b", "a");
    }

    @Test
    void unrelatedComponentsKeepTheirOrder() {
        assertThat(ordered(library("b"), library("a"), library("c", "outside"))).containsExactly("b", "a", "c");
    }

    @Test
    void circlesEndSomewhere() {
        assertThat(ordered(library("a", "b"), library("b", "a"))).containsExactly("b", "a");
    }

    @Test
    void referenceToItselfIsNone() {
        assertThat(References.of(library("a", "a", "b"))).containsExactly(id("b"));
    }

    private static List<String> ordered(Component... components) {
        return References.inDependencyOrder(Stream.of(components)
                        .map(component -> new UnitComponent(component, "x"))
                        .toList())
                .stream()
                .map(found -> found.component().id().getName())
                .toList();
    }

    private static LibraryComponent library(String name, String... referred) {
        return new LibraryComponent(
                id(name), Arrays.stream(referred).map(ReferencesTest::id).toList(), List.of());
    }

    private static LibraryID id(String name) {
        return new LibraryID(name, "v", "1");
    }
}
