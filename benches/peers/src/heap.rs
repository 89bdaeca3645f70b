//! Counts what one thread takes from the heap.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

/// What a piece of work took.
#[derive(Clone, Copy)]
pub struct Heap {
    /// Calls that ask for memory, those that make a block larger among them.
    pub allocations: usize,
    /// The most bytes that were held at one time. A block that moves is held twice.
    pub peak: usize,
}

/// What the work takes, beyond what was held before it.
pub fn of<T>(work: impl FnOnce() -> T) -> (T, Heap) {
    let before = HELD.get();
    ALLOCATIONS.set(0);
    PEAK.set(before);
    let result = work();
    (result, Heap { allocations: ALLOCATIONS.get(), peak: PEAK.get() - before })
}

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
    static HELD: Cell<usize> = const { Cell::new(0) };
    static PEAK: Cell<usize> = const { Cell::new(0) };
}

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

fn taken(bytes: usize) {
    ALLOCATIONS.set(ALLOCATIONS.get() + 1);
    HELD.set(HELD.get() + bytes);
    PEAK.set(PEAK.get().max(HELD.get()));
}

fn given_back(bytes: usize) {
    HELD.set(HELD.get().wrapping_sub(bytes));
}

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        taken(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        taken(size);
        given_back(layout.size());
        unsafe { System.realloc(block, layout, size) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        given_back(layout.size());
        unsafe { System.dealloc(block, layout) }
    }
}
