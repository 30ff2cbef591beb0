/** What the supervisor's page asks for beside what is pushed to it. */
package io.zongji.web.team;
