/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;

import fi.saumaton.devstack.process.StackException;

/**
 * For a service's tests: the records that JSON is made of or read into by hand and that a native executable would not know,
 * because nobody registers them for reflection. Quarkus finds by itself only what resources take and return. The compiler
 * is asked, so that it is known of which type each value is that is written.
 */
public final class NativeJson {
    private final JsonTypes types;
    private final List<CompilationUnitTree> units;

    private NativeJson(JavacTask task) throws IOException {
        this.units = new ArrayList<>();
        task.parse().forEach(units::add);
        task.analyze();
        this.types = new JsonTypes(task);
    }

    /**
     * What is wrong.
     *
     * @param missing records that are made into JSON or of it and that nobody registers
     * @param gone names that are registered and that no class has
     */
    public record Faults(Set<String> missing, Set<String> gone) {}

    /** Of the sources of a module ({@code src/main/java}); its class path is that of this JVM. */
    public static Faults faults(Path sources) {
        var check = of(sources);
        var registration = new Registration(check.types);
        registration.scan(check.units, null);
        return new Faults(check.missing(registration), check.gone(registration));
    }

    private static NativeJson of(Path sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var found = Files.walk(sources)) {
            var java = found.filter(it -> it.toString().endsWith(".java")).toList();
            var options = List.of("-proc:none", "-implicit:none", "-cp", System.getProperty("java.class.path"));
            var objects = files.getJavaFileObjectsFromPaths(java);
            var check = new NativeJson((JavacTask) compiler.getTask(null, files, said, options, null, objects));
            // What the compiler does not understand would look as if it needed nothing
            said.getDiagnostics().stream()
                    .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                    .findFirst()
                    .ifPresent(it -> {
                        throw new StackException("The sources cannot be looked at: " + it);
                    });
            return check;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> missing(Registration registration) {
        var known = types.withParts(registration.taken());
        return types.withParts(json()).stream()
                .filter(it -> !known.contains(it) && !registration.covers(it))
                .map(types::binaryName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> gone(Registration registration) {
        return registration.names().stream()
                .filter(name -> types.byBinaryName(name) == null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Again with the converters that were found, until there are no more. */
    private Set<TypeElement> json() {
        var scan = new JsonUses(types, new HashSet<>());
        int converters = -1;
        while (scan.converters().size() > converters) {
            converters = scan.converters().size();
            scan = new JsonUses(types, scan.converters());
            scan.scan(units, null);
        }
        return scan.found();
    }
}
