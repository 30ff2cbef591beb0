package io.zongji.slee.container.descriptor;

import java.io.InputStream;
import java.util.function.Function;

/**
 * Reads one kind of descriptor. Lenient about white space, order of elements and document types (nothing is ever fetched),
 * strict about names: an unknown element or attribute is a fault, because a misspelt one would silently mean its default.
 * Stateless.
 *
 * @param <T> what the file says
 */
public final class DescriptorReader<T> {

    private final String root;
    private final Function<Element, T> mapping;

    DescriptorReader(String root, Function<Element, T> mapping) {
        this.root = root;
        this.mapping = mapping;
    }

    /**
     * Reads to the end of the stream without closing it.
     *
     * @param file the name that faults are reported under
     * @throws DescriptorException with all faults of the file
     */
    public T read(InputStream in, String file) throws DescriptorException {
        Faults faults = new Faults(file);
        Element document = ElementParser.parse(in, faults);
        if (!document.name().equals(root)) {
            faults.add(document.line(), document.name(), "the root element must be <" + root + ">");
            throw faults.toException();
        }
        T content = mapping.apply(document);
        document.reportUnknown();
        if (faults.any()) {
            throw faults.toException();
        }
        return content;
    }
}
