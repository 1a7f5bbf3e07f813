#include "panelbook/intake/lock.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "panelbook/core/errors.hpp"

namespace panelbook::intake {

Lock::Lock(const std::filesystem::path& workspace) {
    const std::filesystem::path path = workspace / ".lock";
    m_file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_file < 0) {
        throw WriteError(
            fmt::format("{}: the workspace cannot be written: {}. Check that you may write in this folder.",
                        workspace.string(), std::strerror(errno)));
    }
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        ::close(m_file);
        if (reason != EWOULDBLOCK) {
            throw WriteError(fmt::format("{}: cannot be locked: {}.", path.string(), std::strerror(reason)));
        }
        throw LockedError(
            fmt::format("{}: another run is working in this folder. Wait until it has finished, then try again.",
                        workspace.string()));
    }
}

Lock::~Lock() {
    ::close(m_file);
}

}  // namespace panelbook::intake
