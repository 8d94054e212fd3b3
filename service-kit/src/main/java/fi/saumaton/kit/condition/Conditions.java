/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

import java.util.List;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

/** Compiles conditions of one vocabulary. Make one and keep it; it may be used by all threads. */
public final class Conditions {
    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Limits limits;

    public Conditions(Vocabulary vocabulary, Limits limits) {
        var options = CelOptions.current()
                .maxExpressionCodePointSize(limits.length())
                .maxParseRecursionDepth(limits.depth())
                .comprehensionMaxIterations(limits.steps())
                .build();
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(vocabulary.types())
                .addFunctionDeclarations(Mentions.declaration());
        vocabulary.variables().forEach(builder::addVar);
        this.compiler = builder.build();
        this.runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(options)
                .addFunctionBindings(Mentions.bindings())
                .build();
        this.limits = limits;
    }

    /**
     * @param text a CEL expression that is true or false, or a list: of the entries for which it holds, if there are any
     * @throws ConditionMistakeException when it is no such thing
     */
    public Condition compile(String text) {
        try {
            var checked = compiler.compile(text).getAst();
            var type = checked.getResultType();
            if (!isAnswer(type)) {
                throw new ConditionMistakeException(List.of(
                        new Mistake(1, 1, "must be true or false, or a list of entries; it is " + type.name())));
            }
            return new Condition(text, runtime.createProgram(checked), limits);
        } catch (CelValidationException e) {
            throw new ConditionMistakeException(
                    e.getErrors().stream().map(Conditions::mistake).toList());
        } catch (CelEvaluationException e) {
            throw new ConditionMistakeException(List.of(new Mistake(1, 1, e.getMessage())));
        }
    }

    private static boolean isAnswer(CelType type) {
        return type.equals(SimpleType.BOOL) || type instanceof ListType;
    }

    private static Mistake mistake(CelIssue issue) {
        var at = issue.getSourceLocation();
        return new Mistake(Math.max(1, at.getLine()), Math.max(1, at.getColumn() + 1), issue.getMessage());
    }
}
