/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.OpenApiContract;
import fi.saumaton.devstack.StackResource;

import static io.restassured.RestAssured.given;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "routing"))
class OpenApiContractTest {

    @Test
    void theCommittedDescriptionIsTheServices() {
        OpenApiContract.check(
                "routing-service",
                given().get("/q/openapi").then().statusCode(200).extract().asString());
    }
}
