/** Who calls: the records of customers that agents keep, found by number, name or company. */
package io.zongji.web.customer;
