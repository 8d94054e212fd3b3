package fi.saumaton.kit.event;

/** The event is readable, but the consumer refuses it for good: trying again would not help. Dead letter at once. */
public class RefusedEventException extends RuntimeException {

    public RefusedEventException(String message) {
        super(message);
    }
}
