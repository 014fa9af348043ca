/* Why the system refuses. */
#include "base/reason.h"

#include <errno.h>
#include <string.h>

bool is_absence(int error)
{
    return error == ENOENT || error == ENOTDIR;
}

struct reason {
    int error;
    const char *words[LANGUAGE_COUNT];
};

static struct reason reason_of(int error)
{
    static const struct reason reasons[] = {
        {EACCES, {"permission denied", "没有权限"}},
        {EPERM, {"operation not permitted", "不允许这样操作"}},
        {EROFS, {"the disk is read-only", "磁盘是只读的"}},
        {ENOSPC, {"the disk is full", "磁盘已满"}},
        {EDQUOT, {"the disk quota is used up", "磁盘配额已用完"}},
        {EFBIG, {"the file would be too large", "文件太大"}},
        {EIO, {"the disk does not answer", "磁盘读写出错"}},
        {EISDIR, {"it is a folder", "它是文件夹"}},
        {ENOTDIR, {"a part of the path is no folder", "路径中有一段不是文件夹"}},
        {EEXIST, {"something else of that name is there", "已经有同名的文件"}},
        {ENOENT, {"it is not there", "它不存在"}},
        {EINVAL, {"it is no regular file", "它不是普通文件"}},
        {ELOOP, {"links lead in a circle", "符号链接循环"}},
        {ENAMETOOLONG, {"the name is too long", "名称太长"}},
        {EMFILE, {"too many files are open", "打开的文件太多"}},
        {EBADF, {"it is closed", "它没有打开"}},
        {EPIPE, {"its reader is gone", "读取的程序已经退出"}},
        {ENOLCK, {"there are no locks left", "系统的文件锁已用完"}},
        {ENOMEM, {"there is no memory left", "内存不足"}},
        {ETXTBSY, {"a program is using it", "有程序正在使用它"}},
    };
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].error == error)
            return reasons[i];
    return (struct reason){error, {strerror(error), "系统没有说明原因"}};
}

void report_reason(struct findings *findings, enum rule rule, struct place place,
                   const char *subject, int error)
{
    struct reason reason = reason_of(error);
    REPORT(findings, rule, place, subject, reason.words[LANGUAGE_ENGLISH],
           reason.words[LANGUAGE_CHINESE]);
}
