/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

/**
 * The settings that a module's sources declare: by {@code @ConfigMapping} interfaces and by {@code @ConfigProperty}. A star
 * stands for a name that the installation chooses.
 */
final class SourceSettings extends TreeScanner<Void, Void> {
    /** Name → whether it must be given. */
    private final Map<String, Boolean> required = new TreeMap<>();

    private final Map<String, ClassTree> interfaces = new HashMap<>();

    static Map<String, Boolean> of(Path sources) {
        var settings = new SourceSettings();
        settings.read(sources);
        return settings.required;
    }

    private void read(Path sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var found = Files.walk(sources)) {
            var java = found.filter(it -> it.toString().endsWith(".java"))
                    .filter(SourceSettings::declares)
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            task.parse().forEach(unit -> {
                interfaces.clear();
                unit.accept(this, null);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean declares(Path file) {
        try {
            var text = Files.readString(file);
            return text.contains("@ConfigMapping") || text.contains("@ConfigProperty");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        nested(type);
        annotation(type.getModifiers(), "ConfigMapping")
                .flatMap(mapping -> value(mapping, "prefix"))
                .ifPresent(prefix -> members(prefix, type));
        return super.visitClass(type, nothing);
    }

    private void nested(ClassTree type) {
        for (var member : type.getMembers()) {
            if (member instanceof ClassTree inner && member.getKind() == Tree.Kind.INTERFACE) {
                interfaces.put(inner.getSimpleName().toString(), inner);
                nested(inner);
            }
        }
    }

    @Override
    public Void visitVariable(VariableTree variable, Void nothing) {
        annotation(variable.getModifiers(), "ConfigProperty").ifPresent(property -> {
            boolean must = value(property, "defaultValue").isEmpty()
                    && !variable.getType().toString().startsWith("Optional");
            value(property, "name").ifPresent(name -> required.put(name, must));
        });
        return super.visitVariable(variable, nothing);
    }

    private void members(String prefix, ClassTree type) {
        for (var member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                member(prefix, method);
            }
        }
    }

    private void member(String prefix, MethodTree method) {
        var modifiers = method.getModifiers();
        var name = annotation(modifiers, "WithName")
                .flatMap(it -> value(it, "value"))
                .orElseGet(() -> dashed(method.getName().toString()));
        var path = annotation(modifiers, "WithParentName").isPresent() ? prefix : prefix + "." + name;
        boolean must = annotation(modifiers, "WithDefault").isEmpty();
        type(path, method.getReturnType(), must);
    }

    private void type(String path, Tree type, boolean must) {
        if (type instanceof ParameterizedTypeTree generic) {
            var outer = generic.getType().toString();
            var last = generic.getTypeArguments().getLast();
            if (outer.equals("Map")) {
                type(path + ".*", last, must);
            } else {
                type(path, outer.equals("Optional") ? last : generic.getType(), must && !outer.equals("Optional"));
            }
        } else if (interfaces.containsKey(type.toString())) {
            members(path, interfaces.get(type.toString()));
        } else {
            required.put(path, must);
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Optional<AnnotationTree> annotation(ModifiersTree modifiers, String name) {
        return modifiers.getAnnotations().stream()
                .filter(it -> it.getAnnotationType().toString().equals(name))
                .<AnnotationTree>map(it -> it)
                .findFirst();
    }

    private static Optional<String> value(AnnotationTree annotation, String member) {
        return annotation.getArguments().stream()
                .filter(AssignmentTree.class::isInstance)
                .map(AssignmentTree.class::cast)
                .filter(it -> it.getVariable().toString().equals(member))
                .map(AssignmentTree::getExpression)
                .filter(LiteralTree.class::isInstance)
                .map(it -> ((LiteralTree) it).getValue().toString())
                .findFirst();
    }
}
