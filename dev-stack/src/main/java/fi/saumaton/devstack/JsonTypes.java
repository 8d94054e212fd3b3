/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;

/** Types as the compiler knows them, as far as JSON is made of them. */
final class JsonTypes {
    private static final String OURS = "fi.saumaton.";

    private final Elements elements;
    private final Trees trees;

    JsonTypes(JavacTask task) {
        this.elements = task.getElements();
        this.trees = Trees.instance(task);
    }

    Element element(TreePath path) {
        return trees.getElement(path);
    }

    TypeMirror type(TreePath path) {
        return trees.getTypeMirror(path);
    }

    String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    TypeElement byBinaryName(String name) {
        return elements.getTypeElement(name.replace('$', '.'));
    }

    /** The types of ours in a type: itself, what it is a list of, and so on. */
    List<TypeElement> ours(TypeMirror type) {
        var found = new ArrayList<TypeElement>();
        collect(type, found);
        return found;
    }

    private static void collect(TypeMirror type, List<TypeElement> found) {
        switch (type) {
            case null -> {}
            case ArrayType array -> collect(array.getComponentType(), found);
            case WildcardType wildcard -> collect(wildcard.getExtendsBound(), found);
            case DeclaredType declared -> {
                var element = (TypeElement) declared.asElement();
                if (element.getQualifiedName().toString().startsWith(OURS)) {
                    found.add(element);
                }
                declared.getTypeArguments().forEach(it -> collect(it, found));
            }
            default -> {}
        }
    }

    /** Whether anything may stand behind it: an Object, a type variable, or a collection of those. */
    static boolean open(TypeMirror type) {
        return switch (type) {
            case null -> false;
            case WildcardType wildcard -> wildcard.getExtendsBound() == null || open(wildcard.getExtendsBound());
            case DeclaredType declared ->
                declared.toString().equals("java.lang.Object")
                        || declared.getTypeArguments().stream().anyMatch(JsonTypes::open);
            default -> type.getKind() == TypeKind.TYPEVAR;
        };
    }

    /** The records among them, those that they hold, and those that a sealed interface permits. */
    Set<TypeElement> withParts(Collection<TypeElement> some) {
        var seen = new HashSet<TypeElement>();
        var open = new ArrayDeque<>(some);
        while (!open.isEmpty()) {
            var type = open.pop();
            if (seen.add(type)) {
                type.getRecordComponents().forEach(it -> open.addAll(ours(it.asType())));
                type.getPermittedSubclasses().forEach(it -> open.addAll(ours(it)));
            }
        }
        seen.removeIf(it -> it.getKind() != ElementKind.RECORD);
        return seen;
    }
}
