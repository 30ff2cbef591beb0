package io.zongji.slee.container.descriptor;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Turns a stream into elements that know their lines. The JDK's own parser is used whatever else the class path offers:
 * its switches for document types and entities are known to hold.
 */
final class ElementParser {

    private static final XMLInputFactory XML = factory();

    private ElementParser() {}

    static Element parse(InputStream in, Faults faults) throws DescriptorException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            try {
                return document(reader, faults);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            faults.add(line, "document", "not well-formed XML: " + firstLine(e));
            throw faults.toException();
        }
    }

    private static Element document(XMLStreamReader reader, Faults faults) throws XMLStreamException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = null;
        String prefix = null;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (root == null) {
                    prefix = reader.getPrefix();
                } else if (!Objects.equals(prefix, reader.getPrefix())) {
                    skip(reader);
                    continue;
                }
                Element element = start(reader, faults);
                if (open.isEmpty()) {
                    root = element;
                } else {
                    open.peek().append(element);
                }
                open.push(element);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                open.peek().append(reader.getText());
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException(
                        "entity &" + reader.getLocalName() + "; is not allowed", reader.getLocation());
            }
        }
        return root;
    }

    /** Elements of another name space than the document's are a vendor's own, with all they hold. */
    private static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static Element start(XMLStreamReader reader, Faults faults) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            if (prefix == null || prefix.isEmpty()) {
                attributes.put(
                        reader.getAttributeLocalName(i),
                        reader.getAttributeValue(i).strip());
            }
        }
        return new Element(reader.getLocalName(), reader.getLocation().getLineNumber(), attributes, faults);
    }

    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.lastIndexOf("Message: ") + 1)
                .replaceFirst("^essage: ", "")
                .strip();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
