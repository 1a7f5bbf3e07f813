#pragma once

#include <stdexcept>

namespace panelbook {

/// The command line or the plan is wrong: exit code 2.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A file or the history cannot be read: the run goes on without the file, or fails with exit code 3.
struct ReadError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Output cannot be written: exit code 3, the old output is intact.
struct WriteError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Another run holds the workspace: exit code 75.
struct LockedError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace panelbook
