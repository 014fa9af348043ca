/* A BagIt 1.0 bag (RFC 8493): files in memory, sealed with manifests, written to a folder, read
 * back and held against its manifests. */
#ifndef ARCHIVE_BAG_H
#define ARCHIVE_BAG_H

#include "base/file.h"

/* Paths count from the folder of the bag: data/issued/notice.docx is payload, what does not lie in
 * data/ is a tag file. */
struct bag_file {
    struct bag_file *next;
    const char *path;
    const char *bytes;
    size_t length;
    const char *digest;
    bool listed; /* in its manifest; set when a bag is read */
};

struct bag {
    struct arena *arena;
    struct bag_file *first, *last;
    size_t count;
    size_t bytes; /* of all files */
};

/* A line of bag-info.txt (2.2.2). Tables of them end with label NULL; those without value are left
 * out. */
struct bag_tag {
    const char *label, *value;
};

#define BAG_INFO "bag-info.txt"
#define BAG_MANIFEST "manifest-sha256.txt"
#define BAG_TAG_MANIFEST "tagmanifest-sha256.txt"

struct bag bag_on(struct arena *arena);
/* Borrows the bytes. */
struct bag_file *bag_add(struct bag *bag, const char *path, const char *bytes, size_t length);
struct bag_file *bag_find(const struct bag *bag, const char *path); /* NULL if it has none */
bool bag_is_payload(const char *path);

/* Whether every system can store the name, and sha256sum reads it in a manifest as it stands: UTF-8
 * without control characters and \ : * ? " < > | %. */
bool bag_name_is_safe(const char *name);

/* Adds bagit.txt, bag-info.txt (with Payload-Oxum, 2.2.2) and both manifests, for all files so far.
 */
void bag_seal(struct bag *bag, const struct bag_tag *tags);

/* Writes all files to a folder that is not yet there, everything synced. False if reported. */
bool bag_write(struct findings *findings, const struct bag *bag, const char *folder);

/* Reads all files of a bag's folder and reports everything that is not as the manifests, bagit.txt
 * and Payload-Oxum say. Links are never followed. False if anything was reported. */
bool bag_read(struct findings *findings, const char *folder, struct bag *bag);

#endif
