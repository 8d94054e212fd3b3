/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePathScanner;

/** What a native executable knows: what is registered for reflection, and what resources take and return. */
final class Registration extends TreePathScanner<Void, Void> {
    private static final String REGISTERED = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final String RESOURCE = "jakarta.ws.rs.Path";

    private final JsonTypes types;
    private final Set<String> names = new HashSet<>();
    private final Set<TypeElement> taken = new HashSet<>();
    private final Set<Element> registered = new HashSet<>();

    Registration(JsonTypes types) {
        this.types = types;
    }

    Set<String> names() {
        return names;
    }

    Set<TypeElement> taken() {
        return taken;
    }

    /** Itself, or with what it is nested in. */
    boolean covers(TypeElement type) {
        for (Element it = type; it instanceof TypeElement outer; it = it.getEnclosingElement()) {
            if (registered.contains(it) || bare(it) || names.contains(types.binaryName(outer))) {
                return true;
            }
        }
        return false;
    }

    /** Registers itself; of the kit's, only the class file is at hand. */
    private static boolean bare(Element type) {
        return type.getAnnotationMirrors().stream()
                .anyMatch(it -> is(it, REGISTERED) && it.getElementValues().isEmpty());
    }

    @Override
    public Void visitClass(ClassTree tree, Void nothing) {
        if (types.element(getCurrentPath()) instanceof TypeElement type) {
            type.getAnnotationMirrors().forEach(annotation -> {
                if (is(annotation, REGISTERED)) {
                    annotation.getElementValues().forEach((member, value) -> register(member, value));
                } else if (is(annotation, RESOURCE)) {
                    ElementFilter.methodsIn(type.getEnclosedElements()).forEach(this::resource);
                }
            });
        }
        return super.visitClass(tree, nothing);
    }

    private void register(ExecutableElement member, AnnotationValue value) {
        if (value.getValue() instanceof List<?> list) {
            for (var entry : list) {
                var each = ((AnnotationValue) entry).getValue();
                if (member.getSimpleName().contentEquals("targets")) {
                    registered.addAll(types.ours((TypeMirror) each));
                } else if (member.getSimpleName().contentEquals("classNames")) {
                    names.add(each.toString());
                }
            }
        }
    }

    private void resource(ExecutableElement method) {
        taken.addAll(types.ours(method.getReturnType()));
        method.getParameters().forEach(it -> taken.addAll(types.ours(it.asType())));
    }

    private static boolean is(AnnotationMirror annotation, String name) {
        return annotation.getAnnotationType().toString().equals(name);
    }
}
