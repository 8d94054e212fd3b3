/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.kind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** The text is a code of its kind. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Coded.Check.class)
public @interface Coded {
    /** Which one. */
    Code value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says in the message what the code should have been. */
    class Check implements ConstraintValidator<Coded, String> {
        private Code code;

        @Override
        public void initialize(Coded annotation) {
            code = annotation.value();
        }

        @Override
        public boolean isValid(String written, ConstraintValidatorContext context) {
            if (written == null || code.accepts(written)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(code.message()).addConstraintViolation();
            return false;
        }
    }
}
