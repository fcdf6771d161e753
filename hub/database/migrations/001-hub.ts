import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [versions, documents, buckets, people, audit]) await sql.raw(part).execute(db)
}

const versions = `
  CREATE TABLE hub_version (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint NOT NULL DEFAULT 0,
    lineage uuid NOT NULL DEFAULT gen_random_uuid(),
    cookie_secret bytea NOT NULL DEFAULT uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
    audit_seq bigint NOT NULL DEFAULT 0,
    audit_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
  );
  CREATE TABLE version_log (
    version bigint PRIMARY KEY,
    stamp bytea NOT NULL CHECK (length(stamp) = 16),
    at timestamptz NOT NULL
  );
  INSERT INTO hub_version DEFAULT VALUES;
  INSERT INTO version_log VALUES (0, uuid_send(gen_random_uuid()), now());
`

// Ids sort by their bytes, so that every writer locks rows in the same order. Documents stay as they are up to
// 8 KB: compressing them would cost each first sync more than it saves.
const documents = `
  CREATE TABLE case_group (
    id text COLLATE "C" PRIMARY KEY,
    document text NOT NULL,
    stamp bigint NOT NULL,
    segment text NOT NULL,
    team text,
    holder text,
    status text NOT NULL,
    sensitive boolean NOT NULL,
    locked boolean NOT NULL,
    buckets text[] NOT NULL,
    staff text[] NOT NULL
  ) WITH (toast_tuple_target = 8160, fillfactor = 90);
  CREATE TABLE organisation (
    id text PRIMARY KEY CHECK (id = 'organisation'),
    document text NOT NULL,
    stamp bigint NOT NULL
  );
`

const buckets = `
  CREATE TABLE bucket_member (
    bucket text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    present boolean NOT NULL,
    PRIMARY KEY (bucket, kind, id)
  );
  CREATE INDEX bucket_member_version ON bucket_member (bucket, version, kind, id);
  CREATE TABLE bucket (
    bucket text COLLATE "C" PRIMARY KEY,
    count bigint NOT NULL,
    digest bigint NOT NULL,
    horizon bigint NOT NULL DEFAULT 0
  );
`

const people = `
  CREATE TABLE client (
    client_id uuid PRIMARY KEY,
    staff_number text NOT NULL,
    last_seq bigint NOT NULL DEFAULT 0
  );
  CREATE TABLE command_result (
    client_id uuid NOT NULL REFERENCES client,
    seq bigint NOT NULL,
    staff_number text NOT NULL,
    command_id uuid NOT NULL,
    result text NOT NULL,
    PRIMARY KEY (client_id, seq)
  );
  CREATE INDEX command_result_command ON command_result (command_id, staff_number);
  CREATE TABLE session (
    token_hash bytea PRIMARY KEY,
    staff_number text NOT NULL,
    device uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE TABLE device_key (
    staff_number text NOT NULL,
    device uuid NOT NULL,
    key bytea NOT NULL,
    PRIMARY KEY (staff_number, device)
  );
`

const audit = `
  CREATE TABLE audit (
    seq bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    entry text NOT NULL,
    previous bytea NOT NULL,
    hash bytea NOT NULL
  );
  CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'Nothing in the audit trail is ever changed or deleted.'; END $$;
  CREATE TRIGGER audit_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
`
