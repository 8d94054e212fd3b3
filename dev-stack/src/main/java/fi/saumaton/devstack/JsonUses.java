/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;

/** Where code makes JSON of something, or something of JSON. */
final class JsonUses extends TreePathScanner<Void, Void> {
    private static final String MAPPER = "com.fasterxml.jackson.databind.ObjectMapper.";
    private static final Set<String> CONVERTERS = Set.of(
            MAPPER + "writeValueAsString",
            MAPPER + "writeValueAsBytes",
            MAPPER + "valueToTree",
            MAPPER + "treeToValue",
            MAPPER + "convertValue",
            MAPPER + "readValue",
            MAPPER + "readerFor",
            "fi.saumaton.kit.sql.Sql.json",
            "fi.saumaton.kit.web.IdempotencyKeys.once",
            "fi.saumaton.kit.event.EventJson.read",
            "fi.saumaton.kit.event.EventJson.write",
            "fi.saumaton.kit.event.OutgoingEvent.of");

    /** Classes by the type of an event, of which one is read into later. */
    private static final Set<String> TABLES = Set.of("java.util.Map.of", "java.util.Map.entry", "java.util.Map.put");

    private final JsonTypes types;
    private final Set<String> known;
    private final Set<String> converters;
    private final Set<TypeElement> found = new HashSet<>();

    /** @param known methods that hand what they get to a converter, as far as earlier scans have found them */
    JsonUses(JsonTypes types, Set<String> known) {
        this.types = types;
        this.known = known;
        this.converters = new HashSet<>(known);
    }

    Set<String> converters() {
        return converters;
    }

    Set<TypeElement> found() {
        return found;
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void nothing) {
        if (types.type(getCurrentPath()) instanceof DeclaredType type) {
            var element = (TypeElement) type.asElement();
            if (element.getSuperclass().toString().startsWith("com.fasterxml.jackson.core.type.TypeReference")) {
                found.addAll(types.ours(element.getSuperclass()));
            }
            // A record that holds anything holds it to be written
            var components = element.getRecordComponents();
            if (components.size() == made.getArguments().size()) {
                for (int i = 0; i < components.size(); i++) {
                    if (JsonTypes.open(components.get(i).asType())) {
                        converted(new TreePath(
                                getCurrentPath(), made.getArguments().get(i)));
                    }
                }
            }
        }
        return super.visitNewClass(made, nothing);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        if (types.element(new TreePath(getCurrentPath(), call.getMethodSelect())) instanceof ExecutableElement method) {
            for (int i = 0; i < call.getArguments().size(); i++) {
                argument(
                        method,
                        i,
                        new TreePath(getCurrentPath(), call.getArguments().get(i)));
            }
        }
        return super.visitMethodInvocation(call, nothing);
    }

    private void argument(ExecutableElement method, int index, TreePath argument) {
        var name = name(method);
        var parameters = method.getParameters();
        var parameter = parameters.get(Math.min(index, parameters.size() - 1)).asType();
        if (TABLES.contains(name) && argument.getLeaf().toString().endsWith(".class")) {
            found.addAll(types.ours(types.type(argument)));
        } else if ((CONVERTERS.contains(name) || known.contains(name)) && JsonTypes.open(parameter)) {
            converted(argument);
        }
    }

    /** Who takes anything and hands it on is a converter as well. */
    private void converted(TreePath argument) {
        var type = types.type(argument);
        found.addAll(types.ours(type));
        if (JsonTypes.open(type)) {
            var path = argument;
            while (path != null && !(path.getLeaf() instanceof MethodTree)) {
                path = path.getParentPath();
            }
            if (path != null
                    && types.element(path) instanceof ExecutableElement method
                    && method.getParameters().stream().anyMatch(it -> JsonTypes.open(it.asType()))) {
                converters.add(name(method));
            }
        }
    }

    private static String name(ExecutableElement method) {
        return method.getEnclosingElement() + "." + method.getSimpleName();
    }
}
