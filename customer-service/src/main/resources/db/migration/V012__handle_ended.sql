-- Whose a handle was before it changed hands: what occurred then belongs there, whenever it reaches us.
create index handle_ended on handle (kind, value) where ended_at is not null;
