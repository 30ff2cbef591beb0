package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

/** One thing wrong with a descriptor: where, and what would be right. The line is 1-based, 0 if unknown. */
public record DescriptorFault(String file, int line, String element, String message)
        implements Comparable<DescriptorFault> {

    public DescriptorFault {
        requireNonNull(file, "file");
        requireNonNull(element, "element");
        requireNonNull(message, "message");
    }

    @Override
    public int compareTo(DescriptorFault other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return file + ":" + line + " <" + element + ">: " + message;
    }
}
