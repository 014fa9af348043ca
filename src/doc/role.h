/* What a paragraph is in GB/T 9704-2012. A style says how each role looks. */
#ifndef DOC_ROLE_H
#define DOC_ROLE_H

#include <stddef.h>

/* ROLE(name, id, outline level: 1-9, 0 none). The order of the table is the order of the styles in
 * a document. */
#define ROLES(ROLE)                                                                                \
    ROLE(BODY, "body", 0)                                                                          \
    ROLE(COPY_NUMBER, "copy-number", 0)         /* 份号 7.2.1 */                                 \
    ROLE(SECRECY, "secrecy", 0)                 /* 密级和保密期限 7.2.2 */                  \
    ROLE(URGENCY, "urgency", 0)                 /* 紧急程度 7.2.3 */                           \
    ROLE(ISSUER_MARK, "issuer-mark", 0)         /* 发文机关标志 7.2.4 */                     \
    ROLE(DOCUMENT_NUMBER, "document-number", 0) /* 发文字号 7.2.5 */                           \
    ROLE(NUMBER_UPWARD, "number-upward", 0)     /* 上行文的发文字号和签发人 7.2.6 */   \
    ROLE(TITLE, "title", 0)                     /* 标题 7.3.1 */                                 \
    ROLE(SUBTITLE, "subtitle", 0)               /* what stands in brackets under a title */        \
    ROLE(ADDRESSEE, "addressee", 0)             /* 主送机关 7.3.2 */                           \
    ROLE(HEADING_1, "heading-1", 1)             /* 一、 7.3.3 */                                 \
    ROLE(HEADING_2, "heading-2", 2)             /* （一） */                                    \
    ROLE(HEADING_3, "heading-3", 3)             /* 1. */                                           \
    ROLE(HEADING_4, "heading-4", 4)             /* （1） */                                      \
    ROLE(LIST_1, "list-1", 0)                   /* a numbered paragraph 1. */                      \
    ROLE(LIST_2, "list-2", 0)                   /* （1） */                                      \
    ROLE(THEME, "theme", 0)                                                                        \
    ROLE(SLOGAN_HEADING, "slogan-heading", 0)                                                      \
    ROLE(CONTACT, "contact", 0)                                                                    \
    ROLE(ANNEX_LIST, "annex-list", 0)                 /* 附件说明 7.3.4: the only annex */     \
    ROLE(ANNEX_LIST_FIRST, "annex-list-first", 0)     /* the first of several */                   \
    ROLE(ANNEX_LIST_NEXT, "annex-list-next", 0)       /* the following ones */                     \
    ROLE(SIGNATURE, "signature", 0)                   /* 发文机关署名 7.3.5 */               \
    ROLE(SIGNATURE_UNSEALED, "signature-unsealed", 0) /* 署名, 不加盖印章 7.3.5.2 */        \
    ROLE(DATE, "date", 0)                             /* 成文日期 7.3.5 */                     \
    ROLE(DATE_UNSEALED, "date-unsealed", 0)           /* 成文日期, 不加盖印章 */          \
    ROLE(DATE_JOINT, "date-joint", 0)                 /* 成文日期 under a grid of issuers */   \
    ROLE(NOTE, "note", 0)                             /* 附注 7.3.6 */                           \
    ROLE(ANNEX_LABEL, "annex-label", 0)               /* 附件1, 7.3.7 */                         \
    ROLE(COPY_TO, "copy-to", 0)                       /* 抄送机关 7.4.2 */                     \
    ROLE(PRINTING, "printing", 0)                     /* 印发机关和印发日期 7.4.3 */      \
    ROLE(TABLE_HEADER, "table-header", 0)                                                          \
    ROLE(TABLE_TEXT, "table-text", 0)                                                              \
    ROLE(TABLE_NOTE, "table-note", 0)                                                              \
    ROLE(SIGNATURE_GRID, "signature-grid", 0) /* names of joint issuers, in columns */             \
    ROLE(PAGE_NUMBER, "page-number", 0)       /* 页码 7.5 */

enum role {
#define ROLE(name, id, outline) ROLE_##name,
    ROLES(ROLE)
#undef ROLE
        ROLE_COUNT
};

struct role_info {
    const char *id;
    int outline;
};

const struct role_info *role_info(enum role role);
/* ROLE_COUNT if there is none of that name. */
enum role role_named(const char *id);
const char *const *role_names(void); /* ROLE_COUNT of them */
enum role role_heading(int level);   /* level 1 to 4 */

#endif
