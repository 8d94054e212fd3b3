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

/** An amount says nothing without its currency. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CurrencyBesideAmount.Check.class)
public @interface CurrencyBesideAmount {
    String message() default "must be there when there is an amount";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the field that is missing. */
    class Check implements ConstraintValidator<CurrencyBesideAmount, EntryData.Priced> {
        @Override
        public boolean isValid(EntryData.Priced data, ConstraintValidatorContext context) {
            if (data == null || data.amountCents() == null || data.currency() != null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("currency")
                    .addConstraintViolation();
            return false;
        }
    }
}
