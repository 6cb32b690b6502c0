-- Several versions of a view stand side by side from here on, each under a name of its own in view_name: `session-board@2`.
-- A position is that of the last event in the documents; none: they are kept up with every append. A release before this
-- migration may go on running: it keeps to the names without a version, takes away what it does not know, and so each of
-- the two builds its own documents again after the other has written. That is right, but slow: start it anew soon.
ALTER TABLE eventlog.view_state ADD COLUMN position bigint;

-- When the position was last moved: what nobody has kept up for long belongs to a release that is no longer in use.
ALTER TABLE eventlog.view_state ADD COLUMN moved_at timestamptz NOT NULL DEFAULT now();

GRANT UPDATE (position, moved_at) ON eventlog.view_state TO keel_app;
