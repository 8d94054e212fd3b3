-- An erasure and an export look for few rows among all.
create index attachment_conversation on attachment (conversation_id);
create index idempotency_key_message on idempotency_key ((response ->> 'messageId'))
    where response ->> 'messageId' is not null;
-- Frames name their conversation themselves or within what they tell of it.
create index stream_event_conversation
    on stream_event ((coalesce(data ->> 'conversationId', data #>> '{conversation,conversationId}')))
    where coalesce(data ->> 'conversationId', data #>> '{conversation,conversationId}') is not null;
