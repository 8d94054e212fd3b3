/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/**
 * One address before several gateways, as a company's load balancer is: each new connection goes where the door leads just
 * then, those that stand stay where they are.
 */
final class Doorway implements AutoCloseable {

    private final ServerSocket door;
    private volatile URI target;

    private Doorway(URI target) throws IOException {
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    static Doorway to(String url) throws IOException {
        return new Doorway(URI.create(url));
    }

    URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    /** For connections from now on. */
    void leadTo(String url) {
        target = URI.create(url);
    }

    private void accept() {
        try {
            for (; ; ) {
                var client = door.accept();
                Thread.ofVirtual().start(() -> join(client));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void join(Socket client) {
        try (client;
                var server = new Socket(target.getHost(), target.getPort())) {
            var back = Thread.ofVirtual().start(() -> pass(server, client));
            pass(client, server);
            back.join();
        } catch (IOException nobodyThere) {
            // the client finds its connection closed and comes again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
