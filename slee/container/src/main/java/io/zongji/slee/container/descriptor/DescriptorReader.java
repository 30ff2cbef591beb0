package io.zongji.slee.container.descriptor;

import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one kind of descriptor. Lenient about white space, order of elements and document types (nothing is ever fetched).
 * A name nobody knows is ignored with a warning: descriptors hold extras of other vendors. It is a fault if it looks like
 * a misspelt name or stands in the wrong place, because what it says would silently be lost. Stateless.
 *
 * @param <T> what the file says
 */
public final class DescriptorReader<T> {
    private static final Logger log = LoggerFactory.getLogger(DescriptorReader.class);

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
        return read(in, file, warning -> log.warn("{}", warning));
    }

    T read(InputStream in, String file, Consumer<DescriptorFault> warnings) throws DescriptorException {
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
        faults.warnings().forEach(warnings);
        return content;
    }
}
