/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build of dev-stack has laid out under its target folder, one class path for each program. */
public final class Libraries {
    private static final String OWN_CLASSES = "saumaton.devstack.classes";

    private final Path target;

    public Libraries(Path project) {
        this.target = project.resolve("dev-stack/target");
    }

    /** A Java command that runs a main class of dev-stack on the libraries of one folder. */
    public List<String> java(List<String> options, String folder, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(javaProgram());
        command.addAll(options);
        command.add("-cp");
        command.add(own() + File.pathSeparator + folder(folder).resolve("*"));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    public static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public Path folder(String name) {
        var folder = target.resolve("lib").resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new StackException(
                    "dev-stack is not built: " + folder + " is missing (./mvnw -pl dev-stack package)");
        }
        return folder;
    }

    /** The only file of a folder with this ending. */
    public Path file(String folder, String ending) {
        try (var files = Files.list(folder(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new StackException("No *" + ending + " in " + folder(folder)));
        } catch (IOException e) {
            throw new StackException("Cannot read " + folder(folder), e);
        }
    }

    /** dev-stack's own classes: the jar rather than the folder, over which no start-up cache can be made. */
    public Path own() {
        var classes = System.getProperty(OWN_CLASSES);
        return classes != null ? Path.of(classes) : jar();
    }

    private Path jar() {
        try (var files = Files.newDirectoryStream(target, "dev-stack-*.jar")) {
            for (var file : files) {
                return file;
            }
        } catch (IOException e) {
            throw new StackException("Cannot read " + target, e);
        }
        throw new StackException("dev-stack is not packaged (./mvnw -pl dev-stack package)");
    }
}
