-- Stages of the life cycle and terms of the risk to leave: every version stays, the newest one counts.
create table journey_rules (
  version integer primary key,
  content jsonb not null,
  made_by text not null,
  made_at timestamptz not null);

-- Where a customer stands, as seen last.
create table journey (
  customer_id uuid primary key references customer (id),
  stage text not null,
  since timestamptz not null,
  evaluated_at timestamptz not null);
create index journey_evaluated_at on journey (evaluated_at);

-- Every stage that a customer entered.
create table journey_step (
  customer_id uuid not null references customer (id),
  entered_at timestamptz not null,
  stage text not null,
  rules_version integer not null,
  primary key (customer_id, entered_at));
create index journey_step_entered_at on journey_step (entered_at);

-- Whose timeline has grown is looked for by time; contact_began does it for contacts.
create index touchpoint_source_recorded_at on touchpoint_source (recorded_at);

insert into journey_rules (version, made_by, made_at, content) values (1, 'saumaton', now(), '{
  "stages": [
    {"key": "won-back",
     "name": {"fi": "Palannut", "sv": "Återvunnen", "en": "Won back"},
     "conditions": [
       {"condition": "(stage == ''lapsed'' && bought.exists(b, b.at > stageSince)) || (stage == ''won-back'' && now - stageSince < duration(''2160h''))",
        "says": {"fi": "Osti uudelleen oltuaan poissa", "sv": "Köpte igen efter att ha varit borta", "en": "Bought again after having been away"}}]},
    {"key": "lapsed",
     "name": {"fi": "Poistunut", "sv": "Borta", "en": "Lapsed"},
     "conditions": [
       {"condition": "bought.size() > 0 && !touchpoints.exists(t, now - t.at < duration(''8760h''))",
        "says": {"fi": "Ostanut, mutta ei mitään vuoteen", "sv": "Har köpt, men ingenting på ett år", "en": "Has bought, but nothing for a year"}}]},
    {"key": "at-risk",
     "name": {"fi": "Vaarassa lähteä", "sv": "På väg bort", "en": "At risk"},
     "conditions": [
       {"condition": "bought.size() > 0 && risk >= 6",
        "says": {"fi": "Lähtemisen riski on suuri", "sv": "Risken att tappa kunden är stor", "en": "The risk of leaving is high"}}]},
    {"key": "new",
     "name": {"fi": "Uusi", "sv": "Ny", "en": "New"},
     "conditions": [
       {"condition": "bought.size() > 0 && bought.all(b, now - b.at < duration(''2160h''))",
        "says": {"fi": "Ensimmäisestä ostosta alle 90 päivää", "sv": "Mindre än 90 dagar sedan första köpet", "en": "Less than 90 days since the first purchase"}}]},
    {"key": "active",
     "name": {"fi": "Aktiivinen", "sv": "Aktiv", "en": "Active"},
     "conditions": [
       {"condition": "bought",
        "says": {"fi": "On ostanut", "sv": "Har köpt", "en": "Has bought"}}]},
    {"key": "prospect",
     "name": {"fi": "Mahdollinen asiakas", "sv": "Möjlig kund", "en": "Prospect"},
     "conditions": [
       {"condition": "true",
        "says": {"fi": "Ei ole vielä ostanut", "sv": "Har inte köpt än", "en": "Has not bought yet"}}]}],
  "terms": [
    {"key": "complaints", "points": 3, "most": 2,
     "clause": {"condition": "touchpoints.filter(t, t.kind == ''complaint'' && now - t.at < duration(''2160h''))",
       "says": {"fi": "Valitus 90 päivän aikana", "sv": "Klagomål under 90 dagar", "en": "Complaint within 90 days"}}},
    {"key": "anger", "points": 3, "most": 1,
     "clause": {"condition": "angry",
       "says": {"fi": "Viimeisissä viesteissä vihaa, tai valitus on auki", "sv": "Ilska i de senaste meddelandena, eller ett öppet klagomål", "en": "Anger in the last messages, or an open complaint"}}},
    {"key": "reopened", "points": 2, "most": 2,
     "clause": {"condition": "touchpoints.filter(t, t.kind == ''issue-reopened'' && now - t.at < duration(''2160h''))",
       "says": {"fi": "Ratkaistu asia palasi", "sv": "Ett löst ärende kom tillbaka", "en": "A resolved issue came back"}}},
    {"key": "long-issues", "points": 2, "most": 2,
     "clause": {"condition": "issues.filter(i, i.contacts >= 3)",
       "says": {"fi": "Avoin asia, josta on jo otettu kolmesti yhteyttä", "sv": "Öppet ärende med minst tre kontakter", "en": "Open issue after three contacts or more"}}},
    {"key": "returns", "points": 2, "most": 2,
     "clause": {"condition": "touchpoints.filter(t, t.kind in [''return'', ''refund''] && now - t.at < duration(''2160h''))",
       "says": {"fi": "Palautus tai hyvitys 90 päivän aikana", "sv": "Retur eller återbetalning under 90 dagar", "en": "Return or refund within 90 days"}}},
    {"key": "cancellations", "points": 5, "most": 1,
     "clause": {"condition": "touchpoints.filter(t, t.kind in [''cancellation'', ''contract-ended''] && now - t.at < duration(''4320h''))",
       "says": {"fi": "Irtisanominen tai peruutus puolen vuoden aikana", "sv": "Uppsägning eller avbokning under ett halvår", "en": "Cancellation within half a year"}}},
    {"key": "silence", "points": 3, "most": 1,
     "clause": {"condition": "bought.size() > 0 && !touchpoints.exists(t, now - t.at < duration(''4320h''))",
       "says": {"fi": "Ei mitään puoleen vuoteen", "sv": "Ingenting på ett halvår", "en": "Nothing for half a year"}}},
    {"key": "fresh-purchase", "points": -2, "most": 1,
     "clause": {"condition": "bought.filter(b, now - b.at < duration(''1440h''))",
       "says": {"fi": "Osti 60 päivän aikana", "sv": "Köpte under de senaste 60 dagarna", "en": "Bought within 60 days"}}}],
  "raised": 3,
  "high": 6}');
