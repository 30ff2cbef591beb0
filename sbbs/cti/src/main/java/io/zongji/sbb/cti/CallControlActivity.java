package io.zongji.sbb.cti;

import io.zongji.sbb.CallActivity;

/** The activity contexts that call control reads and writes: calls, and the registrations of phones. */
public interface CallControlActivity extends CallActivity, RegistrationActivity {}
