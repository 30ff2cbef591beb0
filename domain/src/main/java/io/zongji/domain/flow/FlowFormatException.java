package io.zongji.domain.flow;

import java.util.List;
import java.util.stream.Collectors;

/** A flow document cannot be read. It lists everything that is wrong with it, not only the first thing. */
public final class FlowFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FlowProblem> problems;

    FlowFormatException(List<FlowProblem> problems) {
        super(problems.stream().map(FlowProblem::message).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<FlowProblem> problems() {
        return problems;
    }
}
