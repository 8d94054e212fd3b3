/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

/** What browsers are told with every answer. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = EdgePorts.class, scope = TestResourceScope.GLOBAL)
class SecurityHeadersTest {
    private static CustomerServer customers;

    @BeforeAll
    static void startUpstream() throws Exception {
        customers = CustomerServer.start();
    }

    @AfterAll
    static void stopUpstream() throws Exception {
        customers.stop();
    }

    private static String jenni() {
        return TestTokens.person("jenni", "agent");
    }

    @Test
    void answersTellBrowsersWhatTheyMayDo() {
        given().auth()
                .oauth2(jenni())
                .get("/api/v1/customers/1")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        given().get("/somewhere")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'"))
                .header("Content-Security-Policy", containsString("connect-src 'self' http://localhost:8180"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }
}
