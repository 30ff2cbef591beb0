package io.zongji.web.setup;

import java.util.List;

/**
 * What is wrong in a file.
 *
 * @param line      counted from 1, the line of the columns' names
 * @param column    its English name; empty when it is none
 * @param key       of the sentence that says so
 * @param arguments what the sentence names
 */
record LineProblem(int line, String column, String key, List<Object> arguments) {}
