package io.zongji.sbb.cti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.slee.ActivityContextInterface;
import javax.slee.EventContext;
import javax.slee.SbbLocalObject;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What services keep in CMP fields can be kept by any SLEE: its type is serializable throughout (JAIN SLEE 1.1, 6.5.1). */
class CmpFieldsTest {

    /** Kept by reference, as the specification has it. */
    private static final Set<Class<?>> REFERENCES =
            Set.of(SbbLocalObject.class, ActivityContextInterface.class, EventContext.class);

    private final List<String> wrong = new ArrayList<>();
    private final Set<Type> seen = new HashSet<>();

    @Test
    void everythingThatIsKeptIsSerializable() throws Exception {
        int fields = 0;
        for (Element sbb : elements(descriptor().getDocumentElement(), "sbb")) {
            Class<?> type = Class.forName(text(sbb, "sbb-abstract-class-name"));
            for (Element field : elements(sbb, "cmp-field-name")) {
                check(getter(type, field.getTextContent().strip()));
                fields++;
            }
        }
        assertThat(fields).isGreaterThan(50);
        assertThat(wrong).isEmpty();
    }

    private void check(Method getter) {
        check(getter.getGenericReturnType(), getter.getDeclaringClass().getSimpleName() + "." + getter.getName());
    }

    private void check(Type type, String where) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            check(generic.getRawType(), where);
            for (Type argument : generic.getActualTypeArguments()) {
                check(argument, where);
            }
        } else if (type instanceof Class<?> plain && !fits(plain)) {
            wrong.add(where + " keeps " + plain.getName());
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                check(component.getGenericType(), where + ", " + plain.getSimpleName() + "." + component.getName());
            }
        }
    }

    /** Collections are so by the classes that we fill them with. */
    private static boolean fits(Class<?> type) {
        return type.isPrimitive()
                || Serializable.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || REFERENCES.stream().anyMatch(reference -> reference.isAssignableFrom(type));
    }

    private static Method getter(Class<?> type, String field) throws NoSuchMethodException {
        return type.getMethod("get" + Character.toUpperCase(field.charAt(0)) + field.substring(1));
    }

    private static Document descriptor() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        try (InputStream in = CmpFieldsTest.class.getResourceAsStream("/META-INF/sbb-jar.xml")) {
            return factory.newDocumentBuilder().parse(in);
        }
    }

    private static String text(Element in, String name) {
        return elements(in, name).get(0).getTextContent().strip();
    }

    private static List<Element> elements(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
