package io.zongji.slee.container.codegen;

/** A class could not be generated: a component breaks a rule that validation did not catch, or a class is missing. */
public final class CodeGenerationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CodeGenerationException(String message, Throwable cause) {
        super(message, cause);
    }
}
