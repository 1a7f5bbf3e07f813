#pragma once

#include <stdexcept>
#include <unistd.h>

namespace panelbook::tests {

/// Permissions do not bind root: while this lives, root acts as nobody. Anybody else stays who they are.
class Unprivileged {
public:
    Unprivileged() {
        if (m_root && seteuid(65534) != 0) throw std::runtime_error("cannot act as nobody");
    }
    ~Unprivileged() {
        if (m_root && seteuid(0) != 0) _exit(70);
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;

private:
    bool m_root = geteuid() == 0;
};

}  // namespace panelbook::tests
