/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The SQL that runs meanwhile, as Hibernate logs it. */
public final class Statements extends Handler implements AutoCloseable {
    private final Logger log = Logger.getLogger("org.hibernate.SQL");
    private final Level before = log.getLevel();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    public Statements() {
        log.setLevel(Level.FINE);
        log.addHandler(this);
    }

    @Override
    public void publish(LogRecord statement) {
        seen.add(statement.getMessage());
    }

    public List<String> about(String words) {
        return seen.stream().filter(statement -> statement.contains(words)).toList();
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        log.removeHandler(this);
        log.setLevel(before);
    }
}
