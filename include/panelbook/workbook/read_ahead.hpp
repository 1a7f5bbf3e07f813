#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>
#include <vector>

#include "panelbook/workbook/package.hpp"
#include "panelbook/workbook/piece_source.hpp"

namespace panelbook::workbook {

/// Unpacks a part in a thread of its own, a few windows ahead of whoever reads it. What goes wrong there is thrown by
/// `next`, after the pieces that came before it. Nothing else of the package may be used while it lives.
class ReadAhead : public PieceSource {
public:
    /// Throws std::system_error if no thread can be started.
    explicit ReadAhead(const PartStream& part);
    /// Stops unpacking, wherever it is.
    ~ReadAhead() override;
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    std::string_view next() override;

private:
    struct Window {
        std::vector<char> room;
        std::string_view piece;
    };

    void unpack();

    PartStream m_part;
    std::vector<Window> m_windows;
    std::mutex m_mutex;  // guards what follows, down to m_stopped
    std::condition_variable m_changed;
    std::size_t m_filled = 0;    // windows filled so far, over the whole part
    std::size_t m_released = 0;  // of those, the windows that are done with
    bool m_ended = false;
    bool m_stopped = false;
    std::exception_ptr m_thrown;  // set before m_ended
    std::size_t m_taken = 0;      // windows given out so far; the reader's own
    std::thread m_thread;
};

/// A part as a source of pieces: unpacked ahead where it is large and a second core is free for it.
std::unique_ptr<PieceSource> pieces_of(const PartStream& part);

}  // namespace panelbook::workbook
