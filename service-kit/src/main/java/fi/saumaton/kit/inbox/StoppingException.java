package fi.saumaton.kit.inbox;

/** The service stops while events wait for infrastructure: they are not acknowledged and come again. */
final class StoppingException extends RuntimeException {

    StoppingException(Throwable cause) {
        super("The service stops; the events come again", cause);
    }
}
