import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [extracts, organisation, caseGroups, work]) await sql.raw(part).execute(db)
}

// The extracts that were imported, and the data exceptions of the last one.
const extracts = `
  CREATE TABLE extract (
    taken_at text COLLATE "C" PRIMARY KEY,
    source text NOT NULL,
    content bytea NOT NULL,
    imported_at timestamptz NOT NULL,
    counts text NOT NULL
  );
  CREATE TABLE data_exception (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file text NOT NULL,
    line bigint NOT NULL,
    key text NOT NULL,
    "column" text,
    kind text NOT NULL,
    value text NOT NULL,
    reason text NOT NULL,
    case_groups text[] NOT NULL,
    sensitive boolean NOT NULL
  );
`

// Below: the facts as the source gave them last. Texts as in the extract, tidied; what is decided here is in the
// documents only.
const organisation = `
  CREATE TABLE source_regions (
    region text COLLATE "C" PRIMARY KEY,
    country text COLLATE "C" NOT NULL,
    postcode_prefixes text COLLATE "C" NOT NULL
  );
  CREATE TABLE source_segments (
    segment_name text COLLATE "C" PRIMARY KEY,
    description text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    rank text COLLATE "C",
    country text COLLATE "C" NOT NULL,
    regions text COLLATE "C",
    income_sources text COLLATE "C",
    sr_types text COLLATE "C",
    non_uk text COLLATE "C"
  );
  CREATE TABLE source_teams (
    team_id text COLLATE "C" PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    segment_name text COLLATE "C" NOT NULL,
    workgroup text COLLATE "C" NOT NULL,
    location text COLLATE "C" NOT NULL,
    division text COLLATE "C" NOT NULL
  );
  CREATE TABLE source_users (
    staff_number text COLLATE "C" PRIMARY KEY,
    name text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    roles text COLLATE "C" NOT NULL,
    team_id text COLLATE "C",
    access text COLLATE "C" NOT NULL,
    access_ended_on text COLLATE "C",
    moved_on text COLLATE "C",
    previous_team_id text COLLATE "C",
    scr_nominated text COLLATE "C" NOT NULL
  );
`

// A value of the source has its time: that of the extract that changed it, else of the first that had it.
const caseGroups = `
  CREATE TABLE source_people (
    scin text COLLATE "C" PRIMARY KEY,
    title text COLLATE "C",
    first_name text COLLATE "C" NOT NULL,
    middle_name text COLLATE "C",
    last_name text COLLATE "C" NOT NULL,
    nino text COLLATE "C",
    address_line_1 text COLLATE "C",
    address_line_2 text COLLATE "C",
    town text COLLATE "C",
    postcode text COLLATE "C",
    country text COLLATE "C",
    nationally_sensitive text COLLATE "C" NOT NULL,
    representative_name text COLLATE "C"
  );
  CREATE TABLE source_case_groups (
    master_case_number text COLLATE "C" PRIMARY KEY,
    title text COLLATE "C" NOT NULL,
    paying_parent_scin text COLLATE "C" NOT NULL,
    segment_name text COLLATE "C" NOT NULL,
    team_id text COLLATE "C",
    assigned_to text COLLATE "C",
    assigned_on text COLLATE "C",
    status text COLLATE "C" NOT NULL,
    stage text COLLATE "C" NOT NULL,
    p2p_issued_on text COLLATE "C",
    income_source text COLLATE "C",
    compliant text COLLATE "C" NOT NULL,
    complex text COLLATE "C" NOT NULL,
    judicial_review_opened_on text COLLATE "C",
    judicial_review_closed_on text COLLATE "C",
    phso_opened_on text COLLATE "C",
    phso_closed_on text COLLATE "C",
    ice_opened_on text COLLATE "C",
    ice_closed_on text COLLATE "C",
    complaint text COLLATE "C",
    appeal text COLLATE "C",
    item_error_status text COLLATE "C",
    lock_on text COLLATE "C" NOT NULL,
    lock_by text COLLATE "C",
    lock_since text COLLATE "C",
    lock_reason text COLLATE "C",

    first_seen_at text COLLATE "C" NOT NULL,
    segment_before text COLLATE "C",
    segment_changed_at text COLLATE "C",
    holder_changed_at text COLLATE "C",
    lock_changed_at text COLLATE "C",
    segment_drifts boolean NOT NULL DEFAULT false,
    holder_drifts boolean NOT NULL DEFAULT false,
    lock_drifts boolean NOT NULL DEFAULT false,
    moved_while_locked boolean NOT NULL DEFAULT false,
    sensitive boolean NOT NULL DEFAULT false,
    missing boolean NOT NULL DEFAULT false
  );
  CREATE INDEX source_case_groups_paying_parent ON source_case_groups (paying_parent_scin);

  -- Drift ends where the values agree, whoever made them: what differs after that was changed here.
  CREATE FUNCTION end_drift_where_agreed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE source_case_groups SET
        segment_drifts = segment_drifts AND segment_name <> NEW.segment,
        holder_drifts = holder_drifts AND assigned_to IS DISTINCT FROM NEW.holder,
        lock_drifts = lock_drifts AND (lock_on = 'Y') <> NEW.locked
      WHERE master_case_number = NEW.id AND (segment_drifts OR holder_drifts OR lock_drifts);
      RETURN NULL;
    END $$;
  CREATE TRIGGER drift_ends AFTER UPDATE ON case_group FOR EACH ROW
    WHEN (OLD.segment <> NEW.segment OR OLD.holder IS DISTINCT FROM NEW.holder OR OLD.locked <> NEW.locked)
    EXECUTE FUNCTION end_drift_where_agreed();
`

const work = `
  CREATE TABLE source_cases (
    case_number text COLLATE "C" PRIMARY KEY,
    master_case_number text COLLATE "C" NOT NULL,
    receiving_parent_scin text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    opened_on text COLLATE "C" NOT NULL,
    nationally_sensitive text COLLATE "C" NOT NULL
  );
  CREATE INDEX source_cases_group ON source_cases (master_case_number);
  CREATE INDEX source_cases_receiving_parent ON source_cases (receiving_parent_scin);
  CREATE TABLE source_service_requests (
    sr_number text COLLATE "C" PRIMARY KEY,
    master_case_number text COLLATE "C" NOT NULL,
    case_number text COLLATE "C",
    type text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    raised_against_scin text COLLATE "C" NOT NULL,
    assigned_to text COLLATE "C",
    created_on text COLLATE "C" NOT NULL,
    due_on text COLLATE "C",
    flips_to text COLLATE "C",

    holder_changed_at text COLLATE "C"
  );
  CREATE INDEX source_service_requests_group ON source_service_requests (master_case_number);
  CREATE TABLE source_activities (
    sr_number text COLLATE "C" NOT NULL,
    sequence text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL,
    done_on text COLLATE "C",
    PRIMARY KEY (sr_number, sequence)
  );
  CREATE TABLE source_post (
    post_number text COLLATE "C" PRIMARY KEY,
    master_case_number text COLLATE "C" NOT NULL,
    received_on text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    status text COLLATE "C" NOT NULL
  );
  CREATE INDEX source_post_group ON source_post (master_case_number);
`
