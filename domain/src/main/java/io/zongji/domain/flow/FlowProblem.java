package io.zongji.domain.flow;

/**
 * Something wrong with a flow.
 *
 * @param severity whether it keeps the flow from being published
 * @param code     a stable name, for message bundles
 * @param node     the node's id; null when it is about the flow
 * @param field    the field, for example {@code keys.1}; null when it is about the node
 * @param message  a sentence in English that names node and field
 */
public record FlowProblem(Severity severity, String code, String node, String field, String message) {

    /** How bad it is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static FlowProblem error(String code, String node, String field, String message) {
        return new FlowProblem(Severity.ERROR, code, node, field, at(node, field) + message);
    }

    static FlowProblem warning(String code, String node, String field, String message) {
        return new FlowProblem(Severity.WARNING, code, node, field, at(node, field) + message);
    }

    private static String at(String node, String field) {
        String where = (node == null ? "" : "node " + node) + (field == null ? "" : " field " + field);
        return where.isEmpty() ? "" : where.trim() + ": ";
    }
}
