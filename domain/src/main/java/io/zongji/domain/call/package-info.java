/** What a call is: its causes and outcomes, the legal states of its legs, and the record that its journal folds into. */
package io.zongji.domain.call;
